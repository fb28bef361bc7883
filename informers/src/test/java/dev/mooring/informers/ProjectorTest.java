package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fabric8.kubernetes.api.model.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProjectorTest {
    private static final Namespace OBJECT = Objects.namespace("vision");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Projector.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private boolean readable;
    private final Projector<Namespace, String> projector = new Projector<>("Namespace", this::read);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void saysOnceThatAnObjectCannotBeReadHoweverOftenItComes() {
        projector.project("vision", OBJECT);
        projector.project("vision", OBJECT);

        assertThat(lines.list).hasSize(1);
    }

    @Test
    void saysSoAgainWhenItCouldBeReadMeanwhile() {
        projector.project("vision", OBJECT);
        readable = true;
        projector.project("vision", OBJECT);
        readable = false;
        projector.project("vision", OBJECT);

        assertThat(lines.list).hasSize(2);
    }

    private String read(Namespace namespace) {
        if (!readable) {
            throw new IllegalArgumentException("\"spec\" is missing");
        }
        return namespace.getMetadata().getName();
    }
}
