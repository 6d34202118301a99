package dev.orgform.sandbox;

/**
 * One thing that goes wrong at one request; its text is its spelling in a schedule, as {@link
 * FaultList} explains it.
 */
public sealed interface Fault permits AnswerFault, WorldFault {}
