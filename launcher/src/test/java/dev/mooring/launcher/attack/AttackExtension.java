package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;

/** Gives attempts their site, which lives as long as the run, and notes what became of them. */
final class AttackExtension
        implements ParameterResolver, TestInstancePreConstructCallback, AfterEachCallback, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(AttackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == Attempt.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class ? site(context) : attempt(context);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (!factory.getTestClass().isAnnotationPresent(WithAndWithoutProcesses.class)) {
            site(context).put(Processes.UP);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            assertThat(attempt(context).outcomes()).as("what was attempted").isNotEmpty();
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, attempt(context).outcomes());
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        site(context).keepLogs();
        note(context, List.of());
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        note(context, List.of());
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        note(context, List.of());
    }

    private static void note(ExtensionContext context, List<Outcome> outcomes) {
        AttackReport.of(context)
                .note(
                        context.getRequiredTestClass()
                                .getAnnotation(Attack.class)
                                .line(),
                        context.getRequiredTestMethod(),
                        site(context).processes(),
                        outcomes);
    }

    private static Site site(ExtensionContext context) {
        return root(context).computeIfAbsent(Site.class, type -> Site.start(), Site.class);
    }

    private static Attempt attempt(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        Attempt.class, type -> new Attempt(site(context).auditLog()), Attempt.class);
    }

    private static Store root(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }
}
