package dev.orgform.chaos;

/**
 * Something that puts a promise to the test; a promise that many seeds kept without ever meeting
 * what could break it is worth nothing.
 */
public enum Met {
  CREATED("I1", "creates, judged against all that was ever created"),
  CREATED_BESIDE("I1", "of these, beside one of that name and place"),
  DELETED("I2", "deletes, judged against the plan"),
  RENAMED("I3", "renames, judged against the plan"),
  PROFILED("I3", "profiles sent, judged field by field"),
  INVITED("I2", "invitations, judged against the lists"),
  REMOVED("I2", "removals of members, judged against the plan"),
  MOVED("I3", "steps stopped because their object had moved"),
  RESTED("I4", "seeds that came to rest by themselves"),
  EXCUSED("I4", "seeds that ended by naming what a person must decide"),
  ANNOUNCED("I5", "changes sent, each found in a synced journal"),
  OPENED("I5", "intents opened"),
  RESOLVED("I5", "intents that a later run closed"),
  ADOPTED("I5", "intents closed by what was found, without an answer"),
  NOT_HAPPENED("I5", "intents closed as not happened"),
  REJECTED("I5", "intents closed as rejected"),
  UNCONFIRMED("I6", "plans without their confirmation"),
  COUNTED("I7", "requests, counted in their five minutes"),
  NEAR_QUOTA("I7", "of these, with the quota nearly spent"),
  THROTTLED("I7", "429 heard"),
  RETRIED("I7", "requests sent again after a 429"),
  SEARCHED("I8", "notes, messages and files searched for the credential"),
  COMPARED("I9", "exits 0, compared with the estate"),
  CHILD("I11", "creates below a parent, which had been seen"),
  EMPTIED("I11", "deletes of what had to be emptied first"),
  PLACED("I13", "accounts moved, judged against the plan"),
  SENT_AWAY("I12", "second runs, sent away by the lock"),
  TAKEN_OVER("I12", "locks that a dead run had held"),
  DRAINED("stopping", "stops that were over in time"),
  KILLED("process", "kills"),
  STOPPED("process", "stops asked for"),
  FULL("process", "full disks"),
  CLOCK_SET("process", "clocks set by a day"),
  TORN("process", "journals with a torn end"),
  FAULTY("server", "faults of the server"),
  EDITED("server", "edits by somebody else");

  private final String promise;
  private final String words;

  Met(String promise, String words) {
    this.promise = promise;
    this.words = words;
  }

  String promise() {
    return promise;
  }

  String words() {
    return words;
  }
}
