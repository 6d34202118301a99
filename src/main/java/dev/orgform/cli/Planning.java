package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.config.Configuration;
import dev.orgform.plan.Plan;
import java.util.Optional;

/**
 * What plan and apply have in common: a configuration, a way to the API, and the program between.
 *
 * @param configuration what the YAML says
 * @param connection the way to the API
 * @param traffic what goes along it
 */
record Planning(Configuration configuration, Connection connection, Traffic traffic)
    implements AutoCloseable {

  /** All of it; where something is missing, the output has been told why. */
  static Optional<Planning> open(
      Shell shell, Output output, PathsParameter paths, ConnectOptions options) {
    return output
        .told(Configured.load(shell, paths))
        .flatMap(
            configuration ->
                output
                    .told(Connection.open(shell, options))
                    .map(
                        connection ->
                            new Planning(
                                configuration,
                                connection,
                                new Traffic(shell, connection, options, output::waiting))));
  }

  Reconcile reconcile(ConnectOptions options) {
    return new Reconcile(
        connection.credentials(), traffic.scheduler(), traffic.stop(), options.parallelism);
  }

  Optional<Plan> plan(Output output, ConnectOptions options, ConfirmOptions confirming) {
    return output.told(
        reconcile(options).plan(configuration.desired(), traffic, confirming.given()));
  }

  @Override
  public void close() {
    traffic.close();
    connection.close();
  }
}
