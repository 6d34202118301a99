package dev.orgform.doctor;

/**
 * One thing that was looked at.
 *
 * @param level how it is
 * @param topic what it is about, in a word or two
 * @param what how it is, in words that may quote anybody
 * @param todo what to do; empty where there is nothing
 */
public record Finding(Level level, String topic, String what, String todo) {

  /** How something is. */
  public enum Level {
    /** As it should be. */
    GOOD,
    /** Worth knowing. */
    NOTE,
    /** Something will not work, or not as somebody thinks. */
    WARNING,
    /** No plan can run. */
    PROBLEM
  }

  public static Finding good(String topic, String what) {
    return new Finding(Level.GOOD, topic, what, "");
  }

  public static Finding note(String topic, String what) {
    return new Finding(Level.NOTE, topic, what, "");
  }

  public static Finding warning(String topic, String what, String todo) {
    return new Finding(Level.WARNING, topic, what, todo);
  }

  public static Finding problem(String topic, String what, String todo) {
    return new Finding(Level.PROBLEM, topic, what, todo);
  }
}
