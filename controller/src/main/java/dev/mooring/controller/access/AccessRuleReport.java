package dev.mooring.controller.access;

import dev.mooring.controller.object.Readiness;

/** What the status of an access rule says. */
record AccessRuleReport(int bindings, Readiness readiness) {}
