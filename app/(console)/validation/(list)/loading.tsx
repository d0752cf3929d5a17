// In a folder of the list's own: everybody who is signed in may see it, so that its status is never another than 200.
export { RunsSkeleton as default } from '@/components/validation/runs/runs-skeleton';
