package dev.mooring.controller.share;

import dev.mooring.controller.object.Readiness;

/** What the status of a share says. */
record ShareReport(Reach reach, Readiness readiness) {}
