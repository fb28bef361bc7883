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

/** One grant of a data volume to a scope. Lives in the origin project's namespace. */
@JsonClassDescription("One grant of a data volume to a project, a department or the whole cluster. It lives in the "
        + "namespace of the project that owns the data, so that sharing is a permission apart from creating.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mdvs")
@AdditionalPrinterColumn(name = "Data-Volume", jsonPath = ".spec.dataVolume")
@AdditionalPrinterColumn(name = "Scope", jsonPath = ".spec.scope.kind")
@AdditionalPrinterColumn(name = "Target", jsonPath = ".spec.scope.name")
@AdditionalPrinterColumn(name = "Access", jsonPath = ".spec.access")
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expiresAt")
@AdditionalPrinterColumn(name = "Projects", jsonPath = ".status.projects", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Consumers",
        jsonPath = ".status.consumers",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Age", jsonPath = Vocabulary.AGE_PATH, type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Mirror", jsonPath = ".spec.mirror", priority = 1)
@AdditionalPrinterColumn(name = "On-Revoke", jsonPath = ".spec.onRevoke", priority = 1)
@AdditionalPrinterColumn(name = "Granted-By", jsonPath = ".spec.grantedBy", priority = 1)
@AdditionalSelectableField(jsonPath = ".spec.dataVolume")
@AdditionalSelectableField(jsonPath = ".spec.scope.kind")
@AdditionalSelectableField(jsonPath = ".spec.scope.name")
@AdditionalSelectableField(jsonPath = ".spec.access")
public final class DataVolumeShare extends CustomResource<DataVolumeShareSpec, DataVolumeShareStatus>
        implements Namespaced {
    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DataVolumeShareStatus getStatus() {
        return super.getStatus();
    }
}
