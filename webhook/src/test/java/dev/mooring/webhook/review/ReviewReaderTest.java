package dev.mooring.webhook.review;

import static dev.mooring.webhook.review.Reviews.request;
import static dev.mooring.webhook.review.Reviews.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.ContainerFacts;
import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.MountFacts;
import dev.mooring.decision.Requests;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.StorageSource;
import dev.mooring.decision.VolumeFacts;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import dev.mooring.decision.VolumeFacts.InlineSource;
import dev.mooring.decision.VolumeFacts.OtherSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewReaderTest {
    static final List<String> FILES = Reviews.ALL;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsOfAPodWhatADecisionNeeds() {
        assertThat(request(text(Reviews.POD)))
                .isEqualTo(new AdmissionRequest(
                        "705ab4f5-6393-11e8-b7cc-42010a800002",
                        new ResourceName("", "v1", "pods"),
                        new ObjectKind("", "v1", "Pod"),
                        Operation.CREATE,
                        "robotics",
                        "resnet-trainer-x7k2m",
                        new Requester("system:serviceaccount:kube-system:job-controller", Set.of()),
                        false,
                        new ReviewedObject(
                                new ObjectIdentity("v1", "Pod", "robotics", "resnet-trainer-x7k2m", false),
                                new PodShape(
                                        new Requests("vision/imagenet, laion:/mnt/laion", null, Set.of()),
                                        VOLUMES,
                                        CONTAINERS),
                                null,
                                null,
                                new ShareSpecFacts(
                                        null, null, null, List.of(OWNER), List.of("batch.kubernetes.io/job-tracking")),
                                VolumeShape.NONE),
                        null,
                        null));
    }

    @Test
    void callsAnObjectThatHasNoNameYetByWhatItsNameWillBeginWith() {
        String unnamed = text(Reviews.POD).replace("\"name\":\"resnet-trainer-x7k2m\",", "");

        assertThat(request(unnamed).nameOfSubject()).isEqualTo("resnet-trainer-*");
    }

    @Test
    void readsEphemeralContainersWithDevicesAndEveryFieldOfAMount() {
        AdmissionRequest request = request(text(Reviews.EPHEMERAL));

        assertThat(request.resource()).isEqualTo(new ResourceName("", "v1", "pods", "ephemeralcontainers"));
        assertThat(request.subject().pod().containers())
                .contains(new ContainerFacts(
                        Kind.EPHEMERAL,
                        0,
                        "debug",
                        List.of(
                                new MountFacts("work", "/mnt/work", true, "IfPossible", "None", false),
                                new MountFacts("shm", "/mnt/shm", null, null, null, true)),
                        List.of("raw")));
    }

    @Test
    void readsTheGroupsOfAPerson() {
        assertThat(request(text(Reviews.CRON_JOB)).requester())
                .isEqualTo(new Requester("ana", Set.of("robotics", "system:authenticated")));
    }

    @Test
    void readsBothTemplatesOfAnUpdate() {
        AdmissionRequest request = request(text(Reviews.DEPLOYMENT));

        assertThat(List.of(request.subject(), old(request)))
                .extracting(object -> template(object).requests().dataVolumes())
                .containsExactly("vision/imagenet", "vision/coco");
    }

    @Test
    void findsTheTemplateInsideAJobTemplate() {
        AdmissionRequest request = request(text(Reviews.CRON_JOB));

        assertThat(request.subject().jobTemplate())
                .isEqualTo(new PodShape(
                        new Requests("vision/imagenet", null, Set.of()),
                        null,
                        List.of(new ContainerFacts(Kind.MAIN, 0, "main", null, List.of()))));
    }

    @Test
    void takesAnnotationsOfTheObjectItselfForNoneOfItsTemplate() {
        assertThat(request(text(Reviews.CRON_JOB)).subject().pod().requests())
                .isEqualTo(new Requests(null, null, Set.of("mooring.dev/owner")));
    }

    @Test
    void readsTheSpecOfAShareAsItsAuthorWroteIt() {
        assertThat(request(text(Reviews.SHARE)).subject().share())
                .isEqualTo(new ShareSpecFacts(
                        "imagenet",
                        new ScopeFacts("Project", "robotics", "somewhere", "forged"),
                        "somebody-else",
                        null,
                        null));
    }

    @Test
    void readsTheStorageThatAPersistentVolumeNames() {
        assertThat(request(text(Reviews.VOLUME)).subject().volume())
                .isEqualTo(new VolumeShape(
                        new StorageSource(
                                "csi",
                                Map.of("driver", "nfs.csi.k8s.io", "volumeHandle", "nas.example#exports#imagenet##"),
                                Map.of("server", "nas.example", "share", "/exports", "subdir", "imagenet"),
                                List.of("hard", "nfsvers=4.1")),
                        "vision"));
    }

    @ParameterizedTest
    @MethodSource("storage")
    void readsTheStorageThatAPodNames(Map.Entry<String, StorageSource> storage) {
        String volumes = "\"volumes\":[{" + storage.getKey() + ",\"name\":\"data\"}]";
        String text = text(Reviews.CRON_JOB).replace("\"restartPolicy\":\"Never\"", volumes);

        assertThat(jobTemplate(request(text)).volumes())
                .containsExactly(new VolumeFacts("data", new InlineSource(storage.getValue())));
    }

    private static final Map<String, StorageSource> STORAGE = Map.of(
            "\"nfs\":{\"server\":\"nas\",\"path\":\"/a\",\"readOnly\":true}",
            StorageSource.of("nfs", Map.of("server", "nas", "path", "/a")),
            "\"hostPath\":{\"path\":\"/a\",\"type\":\"\"}",
            StorageSource.of("hostPath", Map.of("path", "/a")),
            "\"csi\":{\"driver\":\"d\",\"volumeAttributes\":{\"a\":\"b\"},\"readOnly\":null}",
            new StorageSource("csi", Map.of("driver", "d"), Map.of("a", "b"), List.of()),
            "\"cephfs\":{\"monitors\":[\"m\"],\"path\":\"/a\"}",
            StorageSource.of("cephfs", Map.of("path", "/a")),
            "\"iscsi\":{\"targetPortal\":\"p\",\"iqn\":\"i\",\"lun\":3}",
            StorageSource.of("iscsi", Map.of("iqn", "i", "lun", "3")),
            "\"rbd\":{\"monitors\":[\"m\"],\"image\":\"i\",\"pool\":\"p\"}",
            StorageSource.of("rbd", Map.of("image", "i", "pool", "p")),
            "\"azureFile\":{\"secretName\":\"s\",\"shareName\":\"a\"}",
            StorageSource.of("azureFile", Map.of("shareName", "a")),
            "\"flexVolume\":{\"driver\":\"d\",\"options\":{\"a\":\"b\"}}",
            new StorageSource("flexVolume", Map.of("driver", "d"), Map.of("a", "b"), List.of()));

    static Set<Map.Entry<String, StorageSource>> storage() {
        return STORAGE.entrySet();
    }

    @Test
    void readsEveryKindOfStorageThatIsCompared() {
        assertThat(STORAGE.values().stream().map(StorageSource::kind))
                .containsExactlyInAnyOrderElementsOf(StorageSource.KINDS.stream()
                        .filter(kind -> !kind.equals("local"))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void readsTheSameWhateverTheOrderOfKeys(String file) throws Exception {
        String backwards = backwards(JSON.readTree(text(file))).toString();

        assertThat(request(backwards)).isEqualTo(request(text(file)));
    }

    @Test
    void noticesThatAnObjectIsBeingDeleted() {
        String deleting = text(Reviews.DEPLOYMENT)
                .replaceFirst("\"generation\":2", "\"deletionTimestamp\":\"2026-11-24T09:00:00Z\"");

        assertThat(request(deleting).subject().identity().deleting()).isTrue();
    }

    @Test
    void takesANullDeletionTimestampForNone() {
        String text = text(Reviews.DEPLOYMENT).replaceFirst("\"generation\":2", "\"deletionTimestamp\":null");

        assertThat(request(text).subject().identity().deleting()).isFalse();
    }

    @Test
    void tellsAnAbsentListFromAnEmptyOne() {
        String pod = text(Reviews.CRON_JOB).replace("\"resources\":{}", "\"volumeMounts\":[]");

        assertThat(jobTemplate(request(pod)).containers())
                .extracting(ContainerFacts::mounts)
                .containsExactly(List.of());
    }

    @ParameterizedTest
    @FieldSource("NULLS")
    void takesNullForAbsent(String field) {
        String text = text(Reviews.CRON_JOB).replace("\"restartPolicy\":\"Never\"", "\"" + field + "\":null");

        assertThat(request(text)).isEqualTo(request(text(Reviews.CRON_JOB)));
    }

    static final List<String> NULLS = List.of("volumes", "initContainers", "ephemeralContainers");

    @Test
    void readsTenThousandVolumes() {
        String volumes = String.join(
                ",",
                Stream.iterate(0, i -> i + 1)
                        .limit(10_000)
                        .map(i -> "{\"name\":\"v" + i + "\",\"persistentVolumeClaim\":{\"claimName\":\"c" + i + "\"}}")
                        .toList());
        String text = text(Reviews.CRON_JOB).replace("\"restartPolicy\":\"Never\"", "\"volumes\":[" + volumes + "]");

        assertThat(jobTemplate(request(text)).volumes())
                .hasSize(10_000)
                .endsWith(new VolumeFacts("v9999", new ClaimSource("c9999", null)));
    }

    @Test
    void saysWhereAValueHasAWrongShape() {
        String text = text(Reviews.SHARE).replace("\"dataVolume\":\"imagenet\"", "\"dataVolume\":[1]");

        assertThat(request(text).defect()).isEqualTo("/request/object/spec/dataVolume must be a string");
    }

    private static final MountFacts TOKEN = new MountFacts(
            "kube-api-access-7xk2p", "/var/run/secrets/kubernetes.io/serviceaccount", true, null, null, false);
    private static final MountFacts WORK = new MountFacts("work", "/work", null, null, null, false);
    private static final OwnerFacts OWNER =
            new OwnerFacts("batch/v1", "Job", "resnet-trainer", "0b8f1c0e-7a11-4a53-9e62-6ffd1c5e3f4b");
    private static final List<VolumeFacts> VOLUMES = List.of(
            new VolumeFacts("work", new ClaimSource("robotics-work", null)),
            new VolumeFacts("shm", OtherSource.INSTANCE),
            new VolumeFacts("config", OtherSource.INSTANCE),
            new VolumeFacts("kube-api-access-7xk2p", OtherSource.INSTANCE));
    private static final List<ContainerFacts> CONTAINERS = List.of(
            new ContainerFacts(Kind.INIT, 0, "warm-up", List.of(WORK, TOKEN), List.of()),
            new ContainerFacts(
                    Kind.MAIN,
                    0,
                    "trainer",
                    List.of(
                            WORK,
                            new MountFacts("shm", "/dev/shm", null, null, null, false),
                            new MountFacts("config", "/etc/trainer", true, null, null, false),
                            TOKEN),
                    List.of()),
            new ContainerFacts(Kind.MAIN, 1, "metrics", List.of(TOKEN), List.of()));

    private static ReviewedObject old(AdmissionRequest request) {
        return orThrow(request.oldObject());
    }

    private static PodShape template(ReviewedObject object) {
        return orThrow(object.template());
    }

    private static PodShape jobTemplate(AdmissionRequest request) {
        return orThrow(request.subject().jobTemplate());
    }

    private static <T> T orThrow(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("absent");
        }
        return value;
    }

    private static JsonNode backwards(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode turned = JSON.createArrayNode();
            array.forEach(item -> turned.add(backwards(item)));
            return turned;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode turned = JSON.createObjectNode();
            object.propertyStream()
                    .toList()
                    .reversed()
                    .forEach(member -> turned.set(member.getKey(), backwards(member.getValue())));
            return turned;
        }
        return node;
    }
}
