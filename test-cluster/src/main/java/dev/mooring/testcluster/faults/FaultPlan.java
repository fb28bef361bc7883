package dev.mooring.testcluster.faults;

import java.util.function.Predicate;

/** Chooses faults. It is asked for each request, and for a watch again with each event; by many threads. */
@FunctionalInterface
public interface FaultPlan {
    /** Nothing goes wrong. */
    FaultPlan NONE = request -> Fault.NONE;

    /** Returns what goes wrong with {@code request} now. */
    Fault faultFor(ApiRequest request);

    /** Returns a plan of one fault for the requests that {@code which} chooses. */
    static FaultPlan of(Fault fault, Predicate<ApiRequest> which) {
        return request -> which.test(request) ? fault : Fault.NONE;
    }
}
