package dev.orgform.chaos;

import java.util.Locale;

/** What befalls the process itself, at one of its moments. */
public enum Mishap {
  /** It is killed. */
  KILL,
  /** It is asked to stop, as by ctrl-c. */
  STOP,
  /** Its disk is full from here on, for as long as it runs. */
  FULL,
  /** Somebody sets its clock forward by a day. */
  FORWARD,
  /** Somebody sets its clock back by a day. */
  BACK;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
