package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;

class SharedClusterIT {
    private static final ConcurrentMap<Class<?>, Path> DIRECTORIES = new ConcurrentHashMap<>();

    @Test
    void servesAllClassesThatAskForTheSameAndIsGoneAfterThem() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(One.class), selectClass(Same.class), selectClass(OfItsOwn.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(4));

        assertThat(DIRECTORIES.get(Same.class)).isEqualTo(DIRECTORIES.get(One.class));
        assertThat(DIRECTORIES.get(One.Inner.class)).isEqualTo(DIRECTORIES.get(One.class));
        assertThat(DIRECTORIES.get(OfItsOwn.class)).isNotEqualTo(DIRECTORIES.get(One.class));
        assertThat(DIRECTORIES.values())
                .allSatisfy(directory -> assertThat(directory).doesNotExist());
    }

    /** Like those below only for the test above, which runs them by itself. */
    @EnabledIfSystemProperty(named = "never.set", matches = "true")
    @WithCluster
    static class One {
        @Test
        void takesACluster(TestCluster cluster) {
            DIRECTORIES.put(One.class, cluster.directory());
        }

        @Nested
        class Inner {
            @Test
            void takesTheClusterOfTheClassAround(TestCluster cluster, KubernetesClient admin) {
                assertThat(admin.getMasterUrl().getPort())
                        .isEqualTo(cluster.apiServer().getPort());
                DIRECTORIES.put(Inner.class, cluster.directory());
            }
        }
    }

    @EnabledIfSystemProperty(named = "never.set", matches = "true")
    @WithCluster
    static class Same {
        @Test
        void takesACluster(TestCluster cluster) {
            DIRECTORIES.put(Same.class, cluster.directory());
        }
    }

    @EnabledIfSystemProperty(named = "never.set", matches = "true")
    @WithCluster(exclusive = true)
    static class OfItsOwn {
        @Test
        void takesACluster(TestCluster cluster) {
            DIRECTORIES.put(OfItsOwn.class, cluster.directory());
        }
    }
}
