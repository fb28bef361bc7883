package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserWishTest {
    @Test
    void isANameAlone() {
        assertThat(UserWish.parse("ana")).isEqualTo(new UserWish("ana", List.of()));
    }

    @Test
    void mayNameGroups() {
        assertThat(UserWish.parse("ana:team-a,oidc:devs"))
                .isEqualTo(new UserWish("ana", List.of("team-a", "oidc:devs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":team-a", "ana:", "ana:team-a,"})
    void hasNoEmptyName(String text) {
        assertThatThrownBy(() -> UserWish.parse(text)).hasMessage("\"" + text + "\" is not name[:group[,group]]");
    }
}
