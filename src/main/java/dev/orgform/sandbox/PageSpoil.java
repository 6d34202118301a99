package dev.orgform.sandbox;

/** How a page of a list is spoiled. */
public enum PageSpoil {
  SHORT("page-short", "half of the rows are missing, and so is the next_page_token"),
  COUNT("page-count", "total_size or total_count is one more than there are"),
  REPEAT("page-repeat", "the next_page_token leads to where this page began"),
  EXPIRED("page-expired", "the page_token is answered 400"),
  DUPLICATE("page-duplicate", "a row is there twice"),
  MOVED("page-moved", "the first row has moved to a page that was read before");

  private final String word;
  private final String meaning;

  PageSpoil(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  String word() {
    return word;
  }

  String meaning() {
    return meaning;
  }
}
