/**
 * Finds out, from what the API server noted alone, whether anybody was let in whose grant had ended.
 *
 * <p>Shares no code with what it checks: it knows Kubernetes' audit log, JSON and the design's definition of a grant, and
 * nothing of Mooring's classes. Where the log leaves a doubt, such as at which moment of a request its change was committed, the
 * doubt is decided for the accused. Begin at {@link dev.mooring.launcher.revocation.history.HistoryChecker}.
 */
@NullMarked
package dev.mooring.launcher.revocation.history;

import org.jspecify.annotations.NullMarked;
