package dev.mooring.charts.policies;

import dev.mooring.testcluster.TestCluster;

/** Shows the examples of the policy that stands only where the chart's values ask for it. */
class InlineVolumeExamplesIT extends PolicyExamples {
    InlineVolumeExamplesIT(TestCluster cluster) {
        super(cluster, InlineVolumes.REFUSE);
    }
}
