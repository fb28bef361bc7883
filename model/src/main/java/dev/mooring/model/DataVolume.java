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

/** A claim in a project's namespace that may be shared. The data stays where it is. */
@JsonClassDescription("A claim in a project's namespace that may be shared. The data stays where it is: no copy, no "
        + "version. One claim, one data volume.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mdv")
@AdditionalPrinterColumn(name = "Claim", jsonPath = ".spec.claimName")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "Capacity", jsonPath = ".status.origin.capacity")
@AdditionalPrinterColumn(name = "Shares", jsonPath = ".status.shares", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Mirrors", jsonPath = ".status.mirrors", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Consumers",
        jsonPath = ".status.consumers",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Age", jsonPath = Vocabulary.AGE_PATH, type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Driver", jsonPath = ".status.origin.driver", priority = 1)
@AdditionalPrinterColumn(name = "Description", jsonPath = ".spec.description", priority = 1)
@AdditionalSelectableField(jsonPath = ".spec.claimName")
@AdditionalSelectableField(jsonPath = ".status.phase")
@ValidationRule(value = Vocabulary.NAME_RULE, message = "a data volume" + Vocabulary.NAME_MESSAGE)
public final class DataVolume extends CustomResource<DataVolumeSpec, DataVolumeStatus> implements Namespaced {
    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DataVolumeStatus getStatus() {
        return super.getStatus();
    }
}
