package dev.mooring.testcluster;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class that wants a real node where there cannot be one, and says on the console why. */
final class RealNodeCondition implements ExecutionCondition {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(RealNodeCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!ClusterExtension.wish(context).realNode()) {
            return ConditionEvaluationResult.enabled("no real node is asked for");
        }
        return switch (RealNodeWish.ofTests(System.getenv())) {
            case REQUIRED -> ConditionEvaluationResult.enabled("a real node is required");
            case PREFERRED -> verdict(context.getDisplayName(), missing(context));
            case OFF -> verdict(context.getDisplayName(), List.of(RealNodeWish.VARIABLE + " is \"off\""));
        };
    }

    static ConditionEvaluationResult verdict(String displayName, List<String> missing) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("this machine can have a real node");
        }
        String refusal = RealNodeWish.refusal(missing);
        System.err.println("test-cluster: " + displayName + " is skipped: " + refusal);
        return ConditionEvaluationResult.disabled(refusal);
    }

    private static List<String> missing(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Missing.class, key -> new Missing(RealNode.missing()), Missing.class)
                .reasons();
    }

    /** What this machine lacks, looked up once. */
    private record Missing(List<String> reasons) {}
}
