package dev.mooring.controller.access;

import dev.mooring.controller.object.Readiness;
import java.util.List;

/** What the status of an access rule says. */
record AccessRuleReport(int bindings, List<String> namespaces, Readiness readiness) {}
