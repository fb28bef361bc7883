package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.faults.ApiRequest;
import dev.mooring.testcluster.faults.ApiRequest.Verb;
import dev.mooring.testcluster.faults.Fault;
import dev.mooring.testcluster.faults.FaultPlan;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the first watch of each kind that its version is gone, so that the kind is listed, and then does as another plan. */
final class GoneOnce implements FaultPlan {
    private final FaultPlan then;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    GoneOnce(FaultPlan then) {
        this.then = then;
    }

    @Override
    public Fault faultFor(ApiRequest request) {
        return request.verb() == Verb.WATCH && gone.add(request.resource())
                ? new Fault.Answer(410)
                : then.faultFor(request);
    }
}
