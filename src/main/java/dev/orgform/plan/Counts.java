package dev.orgform.plan;

import java.util.Collection;

/** How many changes of each verb, as Terraform counts them. */
public record Counts(int add, int change, int destroy) {

  public static Counts of(Collection<Change> changes) {
    int add = 0;
    int change = 0;
    int destroy = 0;
    for (var one : changes) {
      switch (one) {
        case Change.Create create -> add++;
        case Change.Update update -> change++;
        case Change.Delete delete -> destroy++;
      }
    }
    return new Counts(add, change, destroy);
  }
}
