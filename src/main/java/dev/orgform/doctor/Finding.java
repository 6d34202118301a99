package dev.orgform.doctor;

/**
 * One thing that was looked at.
 *
 * @param level how it is
 * @param topic what it is about, in a word or two
 * @param what how it is, in words that may quote anybody
 * @param todo what to do; empty where there is nothing
 * @param of what a problem is of; {@link Trouble#NONE} where it is none
 */
public record Finding(Level level, String topic, String what, String todo, Trouble of) {

  /** What a problem is of, the one that is told by the exit code first. */
  public enum Trouble {
    /** The credential, or what it may. */
    RIGHTS,
    /** A flag or a variable. */
    SETTING,
    /** Anything else: the network, the API, this machine. */
    FAILURE,
    /** It is no problem. */
    NONE
  }

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
    return new Finding(Level.GOOD, topic, what, "", Trouble.NONE);
  }

  public static Finding note(String topic, String what) {
    return new Finding(Level.NOTE, topic, what, "", Trouble.NONE);
  }

  public static Finding warning(String topic, String what, String todo) {
    return new Finding(Level.WARNING, topic, what, todo, Trouble.NONE);
  }

  public static Finding problem(Trouble of, String topic, String what, String todo) {
    return new Finding(Level.PROBLEM, topic, what, todo, of);
  }
}
