package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Path;

/** Turns a module into an executable. */
@FunctionalInterface
interface Compiler {
    /**
     * Writes the executable to {@code target}.
     *
     * @param progress is told of every package that is done
     */
    void compile(GoModule module, Path target, BuildProgress progress) throws IOException, InterruptedException;
}
