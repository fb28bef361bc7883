package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.certs.CaBundlePatch.Entry;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaBundlePatchTest {
    private static final String WANTED = Base64.getEncoder().encodeToString("authority".getBytes(UTF_8));

    @Test
    void isNotNeededWhereEveryEntryIsRight() {
        assertThat(CaBundlePatch.of("7", List.of(new Entry("a", WANTED), new Entry("b", WANTED)), "authority"))
                .isEmpty();
    }

    @Test
    void namesOnlyTheEntriesThatDiffer() {
        var entries = List.of(new Entry("right", WANTED), new Entry("wrong", "b3RoZXI="), new Entry("without", null));
        assertThat(CaBundlePatch.of("7", entries, "authority"))
                .hasValue(Map.of(
                        "metadata",
                        Map.of("resourceVersion", "7"),
                        "webhooks",
                        List.of(
                                Map.of("name", "wrong", "clientConfig", Map.of("caBundle", WANTED)),
                                Map.of("name", "without", "clientConfig", Map.of("caBundle", WANTED)))));
    }
}
