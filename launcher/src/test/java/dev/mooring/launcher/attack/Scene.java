package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * What most attempts are about. Project vision owns the data volume {@code imagenet} and shares it, read-only, with
 * robotics, where it is mounted; ads, of another department, has nothing. Attempts leave it as it is.
 *
 * @param world what it was made with
 * @param department that of vision and robotics
 * @param otherDepartment that of ads
 * @param vision the project that owns the data
 * @param robotics the project that may read it
 * @param ads the project that may not
 * @param mirror the mirror in robotics, bound
 */
record Scene(
        World world,
        String department,
        String otherDepartment,
        String vision,
        String robotics,
        String ads,
        PersistentVolumeClaim mirror) {
    static final String IMAGENET = "imagenet";

    /** The claim that holds the data. */
    static final String ORIGIN = "imagenet-data";

    static Scene on(World world) {
        String research = world.department("research");
        String vision = world.project(research, "vision");
        String robotics = world.project(research, "robotics");
        String product = world.department("product");
        String ads = world.project(product, "ads");
        world.dataVolume(vision, IMAGENET);
        world.share(vision, IMAGENET, robotics, Access.READ_ONLY);
        world.run(Pods.asking(robotics, "reader", vision + "/" + IMAGENET).build());
        var mirror = world.boundMirror(robotics, "dv." + vision + "." + IMAGENET);
        return new Scene(world, research, product, vision, robotics, ads, mirror);
    }

    /** Returns {@code vision/imagenet}. */
    String reference() {
        return vision + "/" + IMAGENET;
    }

    /** Returns the name that the mirror claim has in every project. */
    String mirrorName() {
        return "dv." + vision + "." + IMAGENET;
    }

    /** Returns the name of the mirror's volume. */
    String mirrorVolume() {
        return mirror.getSpec().getVolumeName();
    }

    /** Returns the name of the volume that holds the data. */
    String originVolume() {
        return world.admin()
                .persistentVolumeClaims()
                .inNamespace(vision)
                .withName(ORIGIN)
                .get()
                .getSpec()
                .getVolumeName();
    }

    /** Vera owns vision. */
    KubernetesClient vera() {
        return world.owner(vision);
    }

    /** Rosa owns robotics. */
    KubernetesClient rosa() {
        return world.owner(robotics);
    }

    /** Adam owns ads. */
    KubernetesClient adam() {
        return world.owner(ads);
    }
}
