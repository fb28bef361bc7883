package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final int LIMIT = 100;
    private static final Supplier<HttpAnswer> PAGE = RoutesTest::page;
    private static final RequestHandler HANDLER = RoutesTest::handle;
    private static final Routes ROUTES = new Routes(Map.of("/page", PAGE), Map.of("/do", HANDLER), LIMIT);

    @Test
    void getsAPage() {
        assertThat(ROUTES.of(head("GET", "/page"))).isEqualTo(new Route.Page(PAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\""
            })
    void readsJson(String contentType) {
        assertThat(ROUTES.of(post(contentType))).isEqualTo(new Route.Post("/do", contentType, HANDLER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/plain", "application/jsonp", "application/json; charset=utf-16", "application/yaml"})
    void refusesOtherContentTypes(String contentType) {
        assertThat(ROUTES.of(post(contentType)))
                .isEqualTo(refusal(
                        415, "content type \"" + contentType + "\" is not understood; send application/json in UTF-8"));
    }

    @Test
    void refusesABodyOfNoContentType() {
        assertThat(ROUTES.of(head("POST", "/do")))
                .isEqualTo(refusal(415, "content type none is not understood; send application/json in UTF-8"));
    }

    @Test
    void refusesACompressedBody() {
        assertThat(ROUTES.of(post("application/json", "gzip", null, 10)))
                .isEqualTo(refusal(415, "content encoding \"gzip\" is not understood; send none"));
    }

    @Test
    void refusesAnExpectationThatItDoesNotKnow() {
        assertThat(ROUTES.of(post("application/json", null, "202-maybe", 10)))
                .isEqualTo(refusal(417, "expectation \"202-maybe\" is not understood; send 100-continue"));
    }

    @Test
    void readsABodyAsLongAsTheLimit() {
        assertThat(ROUTES.of(post("application/json", null, null, LIMIT)))
                .isEqualTo(new Route.Post("/do", "application/json", HANDLER));
    }

    @Test
    void refusesABodyThatIsAnnouncedLongerThanTheLimit() {
        assertThat(ROUTES.of(post("application/json", null, null, LIMIT + 1)))
                .isEqualTo(refusal(413, "the body is longer than 100 bytes"));
    }

    @Test
    void namesTheMethodThatAPageKnows() {
        assertThat(ROUTES.of(head("POST", "/page")))
                .isEqualTo(
                        new Route.Refusal(HttpAnswer.text(405, "method \"POST\" is not allowed here; use GET"), "GET"));
    }

    @Test
    void namesTheMethodThatAHandlerKnows() {
        assertThat(ROUTES.of(head("GET", "/do")))
                .isEqualTo(new Route.Refusal(
                        HttpAnswer.text(405, "method \"GET\" is not allowed here; use POST"), "POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/do/", "/do/more", "//do", "/Do"})
    void servesNothingAtOtherPaths(String path) {
        assertThat(ROUTES.of(head("POST", path))).isEqualTo(refusal(404, "nothing is served at \"" + path + "\""));
    }

    @Test
    void servesNothingWithoutAPath() {
        assertThat(ROUTES.of(new RequestHead("CONNECT", null, null, null, null, null, -1, false)))
                .isEqualTo(refusal(404, "nothing is served here"));
    }

    @Test
    void leavesNoHandlerAPathOfThePages() {
        assertThatThrownBy(() -> new Routes(Map.of("/page", PAGE), Map.of("/page", HANDLER), LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path \"/page\" is the server's own");
    }

    private static HttpAnswer page() {
        return HttpAnswer.text(200, "page");
    }

    private static HttpAnswer handle(HttpRequest request) {
        return HttpAnswer.json(request.body());
    }

    private static Route refusal(int status, String message) {
        return new Route.Refusal(HttpAnswer.text(status, message), null);
    }

    private static RequestHead head(String method, String path) {
        return new RequestHead(method, path, null, null, null, null, -1, false);
    }

    private static RequestHead post(String contentType) {
        return post(contentType, null, null, 10);
    }

    private static RequestHead post(
            String contentType, @Nullable String encoding, @Nullable String expect, long contentLength) {
        return new RequestHead("POST", "/do", null, contentType, encoding, expect, contentLength, false);
    }
}
