package dev.mooring.charts.policies;

import dev.mooring.testcluster.TestCluster;

/** Shows the examples of every policy that the chart has by default. */
class PolicyExamplesIT extends PolicyExamples {
    PolicyExamplesIT(TestCluster cluster) {
        super(cluster, InlineVolumes.CHECK);
    }
}
