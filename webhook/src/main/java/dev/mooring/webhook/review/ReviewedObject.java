package dev.mooring.webhook.review;

import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an object that a decision may need, found by their place alone: what its kind does not have is absent.
 *
 * @param pod {@code metadata} and {@code spec} read as those of a pod; its requests are those of any object
 * @param template {@code spec.template}, as Deployments and Jobs have it
 * @param jobTemplate {@code spec.jobTemplate.spec.template}, as CronJobs have it
 * @param share {@code metadata} and {@code spec} read as those of a share
 * @param volume {@code spec} read as that of a PersistentVolume
 */
public record ReviewedObject(
        ObjectIdentity identity,
        PodShape pod,
        @Nullable PodShape template,
        @Nullable PodShape jobTemplate,
        ShareSpecFacts share,
        VolumeShape volume) {}
