package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartValues;
import dev.mooring.model.Access;
import dev.mooring.model.AccessRule;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeReviewSpec;
import dev.mooring.model.RevokeMode;
import dev.mooring.server.ServerSettings;
import dev.mooring.webhook.Webhook;
import dev.mooring.webhook.WebhookConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** What Mooring does from one day to the next: each kind of thing once, from the first start on. */
final class OrdinaryLife {
    private final Site site;
    private final World world;
    private final String department;

    private OrdinaryLife(Site site) {
        this.site = site;
        world = site.world();
        department = world.department("ordinary");
    }

    /** Lives it, and returns when nothing of it is left to be done. */
    static void on(Site site) {
        site.put(Processes.DOWN);
        forgetTheCertificate(site);
        site.put(Processes.UP);
        var life = new OrdinaryLife(site);
        life.renewTheCertificate();
        life.adopt();
        life.evict();
        life.endWhatComesTooLate();
        life.giveRoles();
        life.shareAndEnd();
    }

    /** Has the next webhook make an authority and tell the API server of it. */
    private static void forgetTheCertificate(Site site) {
        site.admin()
                .secrets()
                .inNamespace(ChartValues.DEFAULT_NAMESPACE)
                .withName("mooring-webhook-tls")
                .delete();
    }

    /** A second replica wants a certificate for one name more; it comes and goes. */
    private void renewTheCertificate() {
        try (var replica = Webhook.start(
                WebhookConfig.from(Map.of("MOORING_SERVING_NAMES", "127.0.0.1,localhost")),
                ServerSettings.listeningOn("127.0.0.1", 0).withDrain(Duration.ZERO, Duration.ofSeconds(1)),
                site.webhookAccount(),
                InstantSource.system())) {
            world.eventually(() -> assertThat(replica.isReady()).isTrue());
        }
    }

    private void adopt() {
        String namespace = world.namespace("adopted");
        site.admin()
                .namespaces()
                .withName(namespace)
                .patch(Merge.PATCH, Merge.metadata("annotations", "mooring.dev/adopt", department + "/" + namespace));
        world.awaitReady(
                site.admin().resource(world.newProject(department, namespace)).create());
    }

    private void evict() {
        var loan = Loan.on(site, RevokeMode.EVICT);
        var pod = loan.running(loan.pod("reader"));
        loan.revoke();
        loan.awaitGone(pod);
    }

    private void endWhatComesTooLate() {
        var loan = Loan.on(site, RevokeMode.KEEP);
        var late = loan.world().run(loan.pod("late").build());
        loan.world().boundMirror(loan.reader(), loan.mirror());
        loan.revoke();
        loan.bind(late);
        loan.awaitGone(late);
    }

    /** Every role to somebody, some to somebody else as well; then all are taken back. */
    private void giveRoles() {
        String project = world.project(department, "staffed");
        var roles = site.roles();
        var rules = roles.stream().map(role -> give(project, role, "gil")).toList();
        rules.forEach(world::awaitReady);
        var more = give(project, roles.getFirst(), "gwen");
        world.awaitReady(more);
        world.delete(more);
        rules.forEach(world::delete);
        world.eventually(() -> assertThat(site.admin()
                        .rbac()
                        .roleBindings()
                        .inNamespace(project)
                        .list()
                        .getItems())
                .noneMatch(binding -> binding.getMetadata().getName().startsWith("mooring:")));
    }

    private void shareAndEnd() {
        String lender = world.project(department, "lender");
        String reader = world.project(department, "reader");
        var volume = world.dataVolume(lender, "data");
        var share = world.share(lender, "data", reader, Access.READ_ONLY);
        world.awaitAllowed(Pods.asking(reader, "asker", lender + "/data").build());
        ask(reader);
        world.delete(share);
        world.delete(volume);
        world.delete(world.newProject(department, reader));
        world.delete(world.newProject(department, lender));
    }

    private void ask(String project) {
        var review = new DataVolumeReview();
        review.setMetadata(World.meta(project, "question"));
        review.setSpec(new DataVolumeReviewSpec(null, null));
        world.owner(project).resource(review).dryRun(true).create();
    }

    private AccessRule give(String namespace, String role, String person) {
        return site.admin().resource(world.newRule(namespace, role, person)).create();
    }
}
