package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A team's place to work. Lives in its department's namespace; its own namespace has the project's name. */
@JsonClassDescription("A team's place to work: exactly one namespace, of the same name. It lives in the namespace of "
        + "its department.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mproj")
@AdditionalPrinterColumn(name = "Display", jsonPath = ".spec.displayName")
@AdditionalPrinterColumn(name = "Ready", jsonPath = Vocabulary.READY_PATH)
@AdditionalPrinterColumn(name = "Age", jsonPath = Vocabulary.AGE_PATH, type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(value = Vocabulary.NAME_RULE, message = "a project" + Vocabulary.NAME_MESSAGE)
@ValidationRule(
        value = "!self.metadata.name.startsWith('department-')",
        message = "a project's name does not begin with department-; namespaces of departments do")
@ValidationRule(
        value = "!self.metadata.name.matches('" + ScopeNames.RESERVED + "')",
        message =
                "a project is not called default or kube-*: its namespace has its name, and those belong to Kubernetes")
public final class Project extends CustomResource<ProjectSpec, ProjectStatus> implements Namespaced {
    /** Returns the spec, an empty one if it was left out. */
    @Override
    public ProjectSpec getSpec() {
        var spec = super.getSpec();
        return spec == null ? ProjectSpec.EMPTY : spec;
    }

    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable ProjectStatus getStatus() {
        return super.getStatus();
    }
}
