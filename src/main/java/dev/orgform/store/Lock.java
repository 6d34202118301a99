package dev.orgform.store;

/** The right to write to a store: one holder at a time, given back on closing or on dying. */
public interface Lock extends AutoCloseable {

  /**
   * Starts a run's journal, into which every intent still open is carried.
   *
   * @throws StoreUnusable where it cannot be kept: then nothing may be sent
   * @throws IllegalStateException while the journal begun before is not closed
   */
  Journal begin(Run run) throws StoreUnusable;

  @Override
  void close();
}
