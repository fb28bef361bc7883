package dev.mooring.charts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the chart's manifests, for {@code kubectl apply --server-side -f -} where there is no {@code helm}. */
@Command(
        name = "render-chart",
        mixinStandardHelpOptions = true,
        description = "Prints the manifests of the chart mooring as YAML, definitions first.",
        footer = {
            "",
            "Values are those of charts/mooring/values.yaml:",
            "  render-chart --set webhook.url=https://127.0.0.1:9443 --set 'exemptNamespaces=[cni, csi]'"
        })
public final class RenderChart implements Runnable {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--namespace"},
            defaultValue = ChartValues.DEFAULT_NAMESPACE,
            description =
                    "The release's namespace, which must exist before the manifests are applied (default: ${DEFAULT-VALUE}).")
    private String namespace = ChartValues.DEFAULT_NAMESPACE;

    @Option(
            names = "--set",
            paramLabel = "<path>=<value>",
            description = "One value, read as YAML; may be given several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** Prints and exits: 0, or 1 if the values are refused, or 2 if the arguments are wrong. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RenderChart()).setExecutionExceptionHandler((refused, command, parsed) -> {
            command.getErr().println(refused.getMessage());
            return 1;
        });
    }

    @Override
    public void run() {
        var values = ChartValues.defaults().inNamespace(namespace);
        for (var one : set.entrySet()) {
            values = values.with(one.getKey(), parse(one.getKey(), one.getValue()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(ChartRenderer.render(values));
        out.flush();
    }

    private Object parse(String path, String value) {
        try {
            return YAML.readValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new ParameterException(
                    spec.commandLine(), "--set " + path + ": \"" + value + "\" is not YAML: " + e.getOriginalMessage());
        }
    }
}
