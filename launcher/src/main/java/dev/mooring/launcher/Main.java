package dev.mooring.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code mooring}: runs one process of Mooring, named by the sub-command, until it is told to stop. */
@Command(
        name = "mooring",
        description = "Runs one process of Mooring until it is told to stop (SIGTERM or Ctrl-C).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {WebhookCommand.class, ControllerCommand.class})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs and exits: 0 after a stop that was asked for, 1 if the process failed, 2 if it was called or configured wrongly. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which process? One of: webhook, controller");
    }
}
