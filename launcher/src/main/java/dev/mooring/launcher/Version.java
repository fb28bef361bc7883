package dev.mooring.launcher;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"mooring " + Optional.ofNullable(version).orElse("(not packaged)")};
    }
}
