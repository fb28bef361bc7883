package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A group of projects. Lives in the cluster scope's namespace and has a namespace of its own. */
@JsonClassDescription("A group of projects. It lives in the namespace of the cluster scope and has a namespace of its "
        + "own for what all its projects share.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mdept")
@AdditionalPrinterColumn(name = "Display", jsonPath = ".spec.displayName")
@AdditionalPrinterColumn(name = "Namespace", jsonPath = ".status.namespace.name")
@AdditionalPrinterColumn(name = "Projects", jsonPath = ".status.projects", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Ready", jsonPath = Vocabulary.READY_PATH)
@AdditionalPrinterColumn(name = "Age", jsonPath = Vocabulary.AGE_PATH, type = AdditionalPrinterColumn.Type.DATE)
@AdditionalSelectableField(jsonPath = ".spec.namespace")
@ValidationRule(value = Vocabulary.NAME_RULE, message = "a department" + Vocabulary.NAME_MESSAGE)
@ValidationRule(
        value = "has(self.spec.__namespace__) || size(self.metadata.name) <= 52",
        message = "a department's name is at most 52 characters long unless spec.namespace is given")
public final class Department extends CustomResource<DepartmentSpec, DepartmentStatus> implements Namespaced {
    /** Returns the spec, an empty one if it was left out. */
    @Override
    public DepartmentSpec getSpec() {
        var spec = super.getSpec();
        return spec == null ? DepartmentSpec.EMPTY : spec;
    }

    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DepartmentStatus getStatus() {
        return super.getStatus();
    }
}
