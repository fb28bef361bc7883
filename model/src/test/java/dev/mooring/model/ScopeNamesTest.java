package dev.mooring.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeNamesTest {
    private static final ScopeNames NAMES = new ScopeNames(Set.of("mooring-system", "mooring-cluster", "cni"));

    @ParameterizedTest
    @ValueSource(strings = {"a", "vision", "vision-2", "v--2"})
    void allowsLowerCaseNamesThatBeginWithALetter(String name) {
        assertThat(NAMES.objectionToProject(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3d", "Vision", "vision.eu", "vision-", "-vision", "vision_2", "vısion", "vision\n"})
    void refusesNamesThatAreNone(String name) {
        assertThat(NAMES.objectionToProject(name)).isPresent();
    }

    @Test
    void allowsNamesOf63CharactersAndNoMore() {
        assertThat(ScopeNames.isName("p".repeat(63))).isTrue();
        assertThat(ScopeNames.isName("p".repeat(64))).isFalse();
    }

    @Test
    void refusesAProjectThatLooksLikeADepartmentsNamespace() {
        assertThat(NAMES.objectionToProject("department-vision"))
                .contains(
                        "project \"department-vision\" may not begin with \"department-\"; namespaces of departments do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "kube-system", "kube-anything", "mooring-system", "mooring-cluster", "cni"})
    void refusesTheNamespacesOfOthers(String namespace) {
        assertThat(NAMES.objectionToProject(namespace))
                .contains("namespace \"" + namespace + "\" is reserved; choose another name");
        assertThat(NAMES.objectionToNamespace(namespace)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube", "defaults", "cni2", "3d", "department-vision"})
    void allowsNamespacesThatOnlyResembleThem(String namespace) {
        assertThat(NAMES.objectionToNamespace(namespace)).isEmpty();
    }

    @Test
    void derivesTheNamespaceOfADepartmentFromItsName() {
        assertThat(ScopeNames.namespaceOf(department(null))).isEqualTo("department-research");
    }

    @Test
    void takesTheNamespaceThatADepartmentGives() {
        assertThat(ScopeNames.namespaceOf(department("labs"))).isEqualTo("labs");
    }

    @Test
    void leavesRoomForThePrefixOfADepartment() {
        assertThat(ScopeNames.LONGEST_DEPARTMENT).isEqualTo(52);
    }

    private static Department department(@Nullable String namespace) {
        var department = new Department();
        department.setMetadata(new ObjectMetaBuilder().withName("research").build());
        department.setSpec(new DepartmentSpec(null, namespace));
        return department;
    }
}
