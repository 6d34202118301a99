package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.plan.Plan;

/** A plan, and the open way to the API that it was made from. */
record Planned(Plan plan, Connection connection, Reconcile reconcile) implements AutoCloseable {
  @Override
  public void close() {
    connection.close();
  }
}
