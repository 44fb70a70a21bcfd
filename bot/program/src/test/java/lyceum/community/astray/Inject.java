package lyceum.community.astray;

/** Looks like the annotation by which frameworks reach into fields. */
@interface Inject {}
