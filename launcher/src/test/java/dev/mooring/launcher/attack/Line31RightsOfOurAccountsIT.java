package dev.mooring.launcher.attack;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.AuditLog;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the chart lets our accounts do, compared with what they ask for while Mooring lives its ordinary life. */
@Attack(line = 31)
class Line31RightsOfOurAccountsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Rights that ordinary life does not take, each with the reason why it is given all the same. */
    private static final Map<String, String> RARE = Map.of(
            "mooring-controller: patch rbac.authorization.k8s.io/roles",
            "A policy lets nobody else change what Mooring's Roles say: only one that was changed while the policies were away,"
                    + " or that an earlier release wrote, is put right.");

    private final Site site;

    Line31RightsOfOurAccountsIT(Site site) {
        this.site = site;
    }

    @Test
    void whatTheyMayDoIsWhatTheyDo(Attempt attempt) {
        var rights = AccountRight.all(site.admin());
        var before = site.auditLog().mark();

        OrdinaryLife.on(site);

        attempt.hasNoEffect(
                "ordinary life takes every right but those that are named with a reason, and needs no other",
                () -> await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            var requests = requestsSince(before);
                            assertThat(requests)
                                    .filteredOn(Line31RightsOfOurAccountsIT::isRefused)
                                    .isEmpty();
                            assertThat(unused(rights, requests))
                                    .as("rights that ordinary life does not take; known are: %s", RARE)
                                    .isEqualTo(RARE.keySet());
                        }));
    }

    private List<AuditEvent> requestsSince(AuditLog.Mark mark) {
        return site.auditLog().since(mark).stream().filter(AccountRight::isOurs).toList();
    }

    private static Set<String> unused(Set<AccountRight> rights, List<AuditEvent> requests) {
        return rights.stream()
                .filter(right -> !right.isTakenBy(requests))
                .map(AccountRight::toString)
                .collect(toCollection(TreeSet::new));
    }

    /** In a namespace that is being deleted nothing can be told any more, which is nobody's lack of rights. */
    private static boolean isRefused(AuditEvent request) {
        return request.code() == HttpURLConnection.HTTP_FORBIDDEN
                && !request.raw()
                        .path("responseStatus")
                        .path("message")
                        .asText()
                        .contains("is being terminated");
    }
}
