package dev.mooring.charts.policies;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an example says about itself in comments, {@code # key: value}. */
final class Comments {
    private Comments() {}

    static Optional<String> value(String yaml, String key) {
        var matcher =
                Pattern.compile("^# " + key + ": (.+)$", Pattern.MULTILINE).matcher(yaml);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
