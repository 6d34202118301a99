package dev.orgform.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.orgform.api.BaseUrl;
import dev.orgform.api.EventLoop;
import dev.orgform.api.HttpApi;
import dev.orgform.api.Proxy;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every filter of the endpoint as it goes over the wire, in both of its forms. */
class FilterWireTest {
  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-11-21T08:00:00.5Z");
  private static final String PATH = "/client/v4/organizations/3f00/logs/audit";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private static void read(List<Condition> conditions, boolean oldestFirst) {
    SERVER.stubFor(get(anyUrl()).willReturn(okJson("{\"success\":true,\"result\":[]}")));
    var url = BaseUrl.parse(SERVER.baseUrl() + "/client/v4", Set.of()).value().orElseThrow();
    try (var api = HttpApi.open(url, Run.KEY, Proxy.NONE, "1", 1)) {
      var loop =
          new EventLoop((call, arrived) -> arrived.accept(api.send(call)), new VirtualTime());
      var query = new Query("3f00", SINCE, BEFORE, conditions, oldestFirst);
      assertThat(loop.run(AuditLog.read(query, new Denial(Run.KEY))).diagnostics()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void bothForms(Filter filter) {
    var conditions = new ArrayList<Condition>();
    for (String value : List.of("a b&c=d+e", "é/%2e")) {
      conditions.add(new Condition(filter, false, value));
      conditions.add(new Condition(filter, true, "not " + value));
    }
    read(conditions, false);
    SERVER.verify(
        1,
        getRequestedFor(urlPathEqualTo(PATH))
            .withQueryParam(filter.wire(), havingExactly("a b&c=d+e", "é/%2e"))
            .withQueryParam(filter.wire() + ".not", havingExactly("not a b&c=d+e", "not é/%2e"))
            .withQueryParam("since", equalTo("2026-11-01T00:00:00Z"))
            .withQueryParam("before", equalTo("2026-11-21T08:00:00.500Z"))
            .withQueryParam("limit", equalTo("1000"))
            .withQueryParam("direction", equalTo("desc")));
    SERVER.resetAll();
  }

  @Test
  void theListIsThatOfTheDocuments() {
    assertThat(Filter.values())
        .extracting(Filter::wire)
        .containsExactlyInAnyOrder(
            "id",
            "action_result",
            "action_type",
            "actor_context",
            "actor_email",
            "actor_id",
            "actor_ip_address",
            "actor_token_id",
            "actor_token_name",
            "actor_type",
            "raw_cf_ray_id",
            "raw_method",
            "raw_status_code",
            "raw_uri",
            "resource_id",
            "resource_product",
            "resource_scope",
            "resource_type");
  }

  @Test
  void theOrderCanBeTurned() {
    read(List.of(), true);
    SERVER.verify(
        getRequestedFor(urlPathEqualTo(PATH)).withQueryParam("direction", equalTo("asc")));
    SERVER.resetAll();
  }
}
