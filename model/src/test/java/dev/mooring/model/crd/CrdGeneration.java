package dev.mooring.model.crd;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mooring.model.AccessRule;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The CustomResourceDefinitions as the records make them. */
final class CrdGeneration {
    /** Where the committed files are, seen from the module's directory, in which tests run. */
    static final Path COMMITTED = Path.of("..", "charts", "mooring", "files", "crds");

    private static final String HEADER =
            "# Generated from the records of the module model; CONTRIBUTING.md says how.\n";

    private static final List<Class<? extends CustomResource<?, ?>>> KINDS = List.of(
            Department.class,
            Project.class,
            DataVolume.class,
            DataVolumeShare.class,
            AccessRule.class,
            DataVolumeReview.class);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private CrdGeneration() {}

    /** Returns the text of each file, by the file's name. */
    static SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        new CRDGenerator()
                .customResourceClasses(List.copyOf(KINDS))
                .forCRDVersions("v1")
                .withPostProcessor(new CrdPolish(KINDS))
                .withOutput(new Collector(files))
                .generate();
        return files;
    }

    /** Collects what the generator writes, under our names and with our first line. */
    private record Collector(SortedMap<String, String> files) implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
        @Override
        public ByteArrayOutputStream outputFor(String crdName) {
            return new ByteArrayOutputStream() {
                @Override
                public void close() throws IOException {
                    files.put(crdName.replaceFirst("-v1$", "") + ".yaml", HEADER + readable(toByteArray()));
                }
            };
        }

        /** Drops the quotes that YAML can do without; the generator's own way to do so turns "True" into a boolean. */
        private static String readable(byte[] yaml) throws IOException {
            return YAML.writeValueAsString(YAML.readTree(yaml));
        }

        @Override
        public void close() {}
    }
}
