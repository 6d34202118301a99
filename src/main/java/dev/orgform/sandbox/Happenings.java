package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What goes wrong in one sandbox: at which request, how far it has come, and what really did. */
final class Happenings {
  private final BiFunction<Integer, Request, List<Fault>> faults;
  private final SortedMap<Integer, List<Fault>> fired = new TreeMap<>();
  private Optional<Denied> closed = Optional.empty();
  private boolean calm;
  private int count;

  Happenings(Faults faults) {
    this.faults =
        switch (faults) {
          case Schedule schedule -> (number, request) -> schedule.at(number);
          case Faults.Seed seed -> new Swarm(seed)::at;
        };
  }

  /** The number of a request that arrives, from 1. */
  synchronized int next() {
    return ++count;
  }

  synchronized List<Fault> at(int number, Request request) {
    return calm ? List.of() : faults.apply(number, request);
  }

  synchronized void fired(int number, Fault fault) {
    fired.computeIfAbsent(number, n -> new ArrayList<>()).add(fault);
  }

  synchronized Schedule fired() {
    return new Schedule(fired);
  }

  /** From here on credentials are sent away so. */
  synchronized void close(Denied denied) {
    closed = Optional.of(denied);
  }

  synchronized Optional<Denied> closed() {
    return closed;
  }

  synchronized void calm() {
    calm = true;
    closed = Optional.empty();
  }
}
