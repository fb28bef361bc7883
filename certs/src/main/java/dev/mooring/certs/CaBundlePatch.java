package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to change in a webhook configuration for its webhooks to be trusted, and nothing else. */
final class CaBundlePatch {
    /** One webhook of a configuration; {@code caBundle} in base64, null if it has none. */
    record Entry(String name, @Nullable String caBundle) {}

    private CaBundlePatch() {}

    /**
     * Returns a strategic merge patch that gives {@code caPem} to every entry that has something else; empty
     * if there is none. It holds only as long as the configuration is of {@code resourceVersion}.
     */
    static Optional<Map<String, Object>> of(String resourceVersion, List<Entry> entries, String caPem) {
        String wanted = Base64.getEncoder().encodeToString(caPem.getBytes(UTF_8));
        List<Map<String, Object>> changes = entries.stream()
                .filter(entry -> !wanted.equals(entry.caBundle()))
                .map(entry -> Map.<String, Object>of("name", entry.name(), "clientConfig", Map.of("caBundle", wanted)))
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("metadata", Map.of("resourceVersion", resourceVersion), "webhooks", changes));
    }
}
