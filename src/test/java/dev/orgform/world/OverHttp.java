package dev.orgform.world;

import dev.orgform.Reconcile;
import dev.orgform.api.BaseUrl;
import dev.orgform.api.Carriers;
import dev.orgform.api.Credentials;
import dev.orgform.api.HttpApi;
import dev.orgform.api.Proxy;
import dev.orgform.api.ReadOnly;
import dev.orgform.api.RealTime;
import dev.orgform.api.Stop;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Patience;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The shipped program as a run of it is: sockets, threads and time, with the sandbox behind. */
public final class OverHttp implements AutoCloseable {
  private static final int PARALLELISM = 4;

  private final SandboxServer server;
  private final HttpApi api;
  private final RealTime time = new RealTime(Clock.systemUTC());
  private final Reconcile reconcile;
  private final Credentials credentials;
  private Patience patience = new Patience(Duration.ofSeconds(30));

  public OverHttp(Credentials credentials, Estate estate, InstantSource clock, String... knobs) {
    this(credentials, Sandbox.inMemory(estate, Knobs.parse(List.of(knobs)), clock));
  }

  /** With what goes wrong on the way. */
  public OverHttp(Estate estate, String faults, String... knobs) {
    this(
        Run.KEY,
        new Sandbox(
            Keep.inMemory(estate),
            Knobs.parse(List.of(knobs)),
            List.of(),
            InstantSource.system(),
            Faults.parse(faults)));
  }

  private OverHttp(Credentials credentials, Sandbox sandbox) {
    server = SandboxServer.start(sandbox, 0);
    var url = BaseUrl.parse(server.baseUrl().toString(), Set.of()).value().orElseThrow();
    api = HttpApi.open(url, credentials, Proxy.NONE, "0.0.0", PARALLELISM);
    this.credentials = credentials;
    reconcile = new Reconcile(credentials, time, new Stop(), PARALLELISM);
  }

  public OverHttp(String... knobs) {
    this(Run.KEY, Estate.seeded("test"), InstantSource.system(), knobs);
  }

  public void patience(Duration window) {
    patience = new Patience(window);
  }

  public Sandbox sandbox() {
    return server.sandbox();
  }

  public Checked<Plan> checked(Desired desired) {
    try (var carriers = new Carriers(new ReadOnly(api), time, PARALLELISM)) {
      return reconcile.plan(
          desired, carriers, Terms.PLAIN.confirmed(EnumSet.allOf(Confirmation.class)));
    }
  }

  /** The plan, which there must be. */
  public Plan plan(Desired desired) {
    var checked = checked(desired);
    return checked
        .value()
        .orElseThrow(() -> new AssertionError("no plan: " + checked.diagnostics()));
  }

  /** The same with the accounts that whoever comes or goes may act in. */
  public Plan counted(Desired desired) {
    var plan = plan(desired);
    try (var carriers = new Carriers(new ReadOnly(api), time, PARALLELISM)) {
      return reconcile.counted(plan, desired, carriers);
    }
  }

  public Applied apply(Plan plan) {
    try (var carriers = new Carriers(api, time, PARALLELISM)) {
      var means = Kept.once(time, patience, credentials);
      return reconcile.apply(plan, new Journaled(carriers, means.memory()), means, event -> {});
    }
  }

  /** Plans and applies. */
  public Applied apply(Desired desired) {
    return apply(plan(desired));
  }

  @Override
  public void close() {
    api.close();
    server.close();
  }
}
