package dev.mooring.launcher.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page {@code docs/security.md}, whose tables come from a run. */
final class SecurityPage {
    private static final String BEGIN = "<!-- From here on the page is written by the attack tests. -->\n";
    private static final String END = "<!-- Up to here. -->";

    private final Path file;

    SecurityPage(Path file) {
        this.file = file;
    }

    /** Returns the tables that are in the page now. */
    String tables() {
        String text = read();
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    /** Puts tables in the place of those that are there. */
    void write(String tables) {
        String text = read();
        try {
            Files.writeString(
                    file,
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                            + tables
                            + text.substring(text.indexOf(END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
