package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.api.Carriers;
import dev.orgform.api.ReadOnly;
import dev.orgform.api.RealTime;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.plan.Plan;
import java.util.Optional;

/** What plan and apply have in common: from paths to a plan, or to words why there is none. */
final class Planning {
  private Planning() {}

  /** The plan; where there is none, the output has been told why. */
  static Optional<Planned> plan(
      Shell shell,
      Output output,
      PathsParameter paths,
      ConnectOptions connecting,
      ConfirmOptions confirming) {
    var desired = output.told(Configured.load(shell, paths.orHere()));
    if (desired.isEmpty()) {
      return Optional.empty();
    }
    return output
        .told(Connection.open(shell, connecting))
        .flatMap(c -> plan(shell, output, desired.get().desired(), c, connecting, confirming));
  }

  private static Optional<Planned> plan(
      Shell shell,
      Output output,
      Desired desired,
      Connection connection,
      ConnectOptions connecting,
      ConfirmOptions confirming) {
    var scheduler = new RealTime(shell.clock());
    var reconcile = new Reconcile(connection.credentials(), scheduler, connecting.parallelism);
    var reads = new ReadOnly(connection.api());
    Checked<Plan> plan;
    try (var carriers = new Carriers(reads, scheduler, connecting.parallelism)) {
      plan = reconcile.plan(desired, carriers, confirming.given());
    }
    var told = output.told(plan);
    if (told.isEmpty()) {
      connection.close();
    }
    return told.map(value -> new Planned(value, connection, reconcile));
  }
}
