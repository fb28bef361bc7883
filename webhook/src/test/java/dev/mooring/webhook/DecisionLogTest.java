package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.Reviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class DecisionLogTest {
    private static final AdmissionRequest POD = Reviews.request(Reviews.text(Reviews.POD));

    private final Logger logger = (Logger) LoggerFactory.getLogger(DecisionLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final DecisionLog log = new DecisionLog("/mutate");

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void saysOfADenialWhoAskedForWhatAndWhyNot() {
        log.decided(POD, new Deny(DenyReason.NOT_SHARED, "data volume \"vision/x\" is not shared here"));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getKeyValuePairs())
                    .containsExactly(
                            new KeyValuePair("webhook", "/mutate"),
                            new KeyValuePair("uid", "705ab4f5-6393-11e8-b7cc-42010a800002"),
                            new KeyValuePair("resource", "v1 pods"),
                            new KeyValuePair("operation", "CREATE"),
                            new KeyValuePair("namespace", "robotics"),
                            new KeyValuePair("name", "resnet-trainer-x7k2m"),
                            new KeyValuePair("user", "system:serviceaccount:kube-system:job-controller"),
                            new KeyValuePair("dryRun", false),
                            new KeyValuePair("decision", "deny"),
                            new KeyValuePair("reason", "NotShared"),
                            new KeyValuePair("message", "data volume \"vision/x\" is not shared here"));
        });
    }

    @Test
    void isSilentAboutWhatIsAllowed() {
        log.decided(POD, Allow.NOTHING);

        assertThat(lines.list).isEmpty();
    }
}
