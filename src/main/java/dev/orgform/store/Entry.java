package dev.orgform.store;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One thing that a run notes; no credential is in any of them. */
public sealed interface Entry {

  /** Whether it must be on disk before what it announces may be done. */
  boolean durable();

  /**
   * The run began; always the first entry of its journal.
   *
   * @param open the intents that earlier runs left open
   * @param baseline what was last applied whole before this run
   */
  record Began(Run run, Estate estate, List<Intent> open, Optional<Baseline> baseline)
      implements Entry {
    public Began {
      open = List.copyOf(open);
    }

    @Override
    public boolean durable() {
      return true;
    }
  }

  /**
   * A plan is about to be applied.
   *
   * @param images what its steps change, as it was before
   */
  record Planned(List<Image> images) implements Entry {
    public Planned {
      images = List.copyOf(images);
    }

    @Override
    public boolean durable() {
      return true;
    }
  }

  /** A create is about to be sent. */
  record Opened(Intent intent) implements Entry {
    @Override
    public boolean durable() {
      return true;
    }
  }

  /**
   * A request is about to be sent.
   *
   * @param number counts the requests of a run
   * @param step what it is sent for, where it is sent for one step
   * @param request method and target, such as {@code PUT /organizations/3f00/profile}
   * @param left when it leaves by the clock that intents are dated by, where it creates
   */
  record Sent(int number, Optional<Address> step, String request, Optional<Instant> left)
      implements Entry {
    public Sent(int number, Optional<Address> step, String request) {
      this(number, step, request, Optional.empty());
    }

    /** Whether it may make something that has no natural key. */
    boolean creates() {
      return request.startsWith("POST ");
    }

    /** Only a GET changes nothing, and may be forgotten. */
    @Override
    public boolean durable() {
      return !request.startsWith("GET ");
    }
  }

  /**
   * What came of a request.
   *
   * @param number that of its {@link Sent}
   * @param verdict what is proven about its effect, or how a reading went, in one word
   * @param status of the answer, where there was one
   * @param ray Cloudflare's name for the request, where it gave one
   */
  record Answered(int number, String verdict, Optional<Integer> status, Optional<String> ray)
      implements Entry {
    @Override
    public boolean durable() {
      return false;
    }
  }

  /** The reply to a create gave the id of what was created. */
  record Learned(String intent, String organization) implements Entry {
    @Override
    public boolean durable() {
      return true;
    }
  }

  /** It is certain what came of an intent. */
  record Closed(String intent, Ending ending) implements Entry {
    @Override
    public boolean durable() {
      return true;
    }
  }

  /** A step is over. */
  record Ended(Address step, String outcome, String detail) implements Entry {
    @Override
    public boolean durable() {
      return false;
    }
  }

  /** The run is over; always the last entry. */
  record Finished(int exit, SortedMap<String, Integer> counts) implements Entry {
    public Finished {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    @Override
    public boolean durable() {
      return true;
    }
  }

  /** Why an intent is closed. */
  sealed interface Ending {
    /** A live list showed what was created. */
    record Seen(String organization) implements Ending {}

    /** The settle window passed with complete lists that did not show it. */
    record NotHappened() implements Ending {}

    /** The API refused it, or not a byte of it left. */
    record Rejected() implements Ending {}
  }
}
