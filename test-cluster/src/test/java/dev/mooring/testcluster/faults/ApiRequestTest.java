package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testcluster.faults.ApiRequest.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/pods, LIST, pods",
        "GET, /api/v1/namespaces, LIST, namespaces",
        "GET, /api/v1/namespaces/a, GET, namespaces",
        "GET, /api/v1/namespaces/a/pods?limit=500, LIST, pods",
        "GET, /api/v1/namespaces/a/pods?watch=true, WATCH, pods",
        "GET, /api/v1/namespaces/a/pods/p/log, GET, pods",
        "GET, /apis/mooring.dev/v1alpha1/datavolumeshares?watch=1&limit=3, WATCH, datavolumeshares",
        "POST, /apis/apps/v1/namespaces/a/deployments, WRITE, deployments",
        "PUT, /apis/apps/v1/namespaces/a/deployments/d/status?watch=true, WRITE, deployments",
        "GET, /readyz, GET, ''",
        "GET, /, GET, ''"
    })
    void readsWhatARequestIsAbout(String method, String target, Verb verb, String resource) {
        assertThat(ApiRequest.of(method, target)).isEqualTo(new ApiRequest(verb, resource, target));
    }

    @Test
    void readsParameters() {
        ApiRequest request = ApiRequest.of("GET", "/api/v1/pods?labelSelector=a%3Db&watch");

        assertThat(request.parameter("labelSelector")).isEqualTo("a=b");
        assertThat(request.parameter("watch")).isEmpty();
        assertThat(request.parameter("limit")).isEmpty();
    }
}
