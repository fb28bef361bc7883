package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Gives people a role in the scope whose namespace it lives in, and in all scopes below. */
@JsonClassDescription(
        "Gives subjects a role in the scope whose namespace it lives in and in every scope below it, present"
                + " and future. It becomes RoleBindings, so kubectl auth can-i agrees with it.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mrule")
@AdditionalPrinterColumn(name = "Role", jsonPath = ".spec.role")
@AdditionalPrinterColumn(name = "Subjects", jsonPath = ".spec.subjects[*].name")
@AdditionalPrinterColumn(name = "Bindings", jsonPath = ".status.bindings", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Ready", jsonPath = Vocabulary.READY_PATH)
@AdditionalPrinterColumn(name = "Age", jsonPath = Vocabulary.AGE_PATH, type = AdditionalPrinterColumn.Type.DATE)
@AdditionalSelectableField(jsonPath = ".spec.role")
public final class AccessRule extends CustomResource<AccessRuleSpec, AccessRuleStatus> implements Namespaced {
    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable AccessRuleStatus getStatus() {
        return super.getStatus();
    }
}
