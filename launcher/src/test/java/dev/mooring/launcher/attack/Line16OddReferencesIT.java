package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References that are not quite what they seem. Every one names data that the project has no share in, or is refused unread. */
@Attack(line = 16)
class Line16OddReferencesIT {
    private final Scene scene;

    Line16OddReferencesIT(Site site) {
        scene = site.scene();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ' %s '                       | NotShared
            '%s, %s'                     | NotShared
            ',%s'                        | UnreadableReference
            '%s,'                        | UnreadableReference
            '%S'                         | UnreadableReference
            'vіsion/imagenet'            | UnreadableReference
            'vision/imagenet\u200b'      | UnreadableReference
            'ｖision/imagenet'           | UnreadableReference
            '../%s'                      | UnreadableReference
            '%s/../imagenet'             | UnreadableReference
            '%s %s'                      | UnreadableReference
            '%s:/data:RW'                | UnreadableReference
            '*'                          | UnreadableReference
            ''                           | UnreadableReference
            """)
    void aReferenceOfAnOddSpellingGivesNothing(String template, String reason, Attempt attempt) {
        String reference = template.replace("%s", scene.reference())
                .replace("%S", scene.reference().toUpperCase(Locale.ROOT));
        var pod = Pods.asking(scene.ads(), "odd", reference).build();

        attempt.refused(
                "pods.mooring.dev", reason, () -> scene.adam().resource(pod).create());
    }

    @ParameterizedTest
    @CsvSource({"mooring.dev/Data-Volumes", "mooring.dev/data.volumes", "mooring.dev/data_volumes"})
    void anAnnotationOfAnOddSpellingGivesNothing(String key, Attempt attempt) {
        var pod = Pods.plain(scene.robotics(), "odd")
                .editMetadata()
                .addToAnnotations(key, scene.reference())
                .endMetadata()
                .build();

        attempt.hasNoEffect(
                "nothing is mounted",
                () -> assertThat(scene.rosa()
                                .resource(pod)
                                .dryRun(true)
                                .create()
                                .getSpec()
                                .getVolumes())
                        .noneMatch(volume -> volume.getPersistentVolumeClaim() != null));
    }
}
