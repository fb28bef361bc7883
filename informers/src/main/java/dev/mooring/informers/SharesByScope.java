package dev.mooring.informers;

/** Finds shares by whom they are shared with. */
final class SharesByScope extends Index<GrantScope.SharedWith, ShareView> {
    SharesByScope() {
        super(ShareView::scope);
    }
}
